"""What stands between a file and the app: names, archives and sizes checked, reading apart."""
