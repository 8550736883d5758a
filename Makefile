# The chores are in ./do; these are the same under the names that make users expect.
.PHONY: run test lint bench wheel lock
run test lint bench wheel lock:
	@./do $@
