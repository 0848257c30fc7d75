# One line a verb. `make` alone lists them.

PORT ?= 8000
PYTHON := .venv/bin/python
PIP := python3 -m pip --python $(PYTHON) --quiet --disable-pip-version-check
# The name of a stamp holds the sum of what was asked for: a changed pin installs, an unchanged one costs nothing.
RUNTIME := .venv/runtime-$(shell cksum < requirements.txt | cut -d' ' -f1)
DEVELOP := .venv/develop-$(shell cat requirements*.txt | cksum | cut -d' ' -f1)
STATIC := var/static/collected-$(shell find static requirements.txt thinktank/storage.py -type f -exec cksum {} + | sort | cksum | cut -d' ' -f1)
BROWSER := $(firstword $(CHROMIUM) $(shell command -v chromium chromium-browser google-chrome))

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo free-port test lint types unit browser browser-install fixture messages benchmark imports saves format lock

help: ## list these verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: export SITE_URL := http://127.0.0.1:$(PORT)
demo: free-port $(RUNTIME) $(STATIC) ## install, load the demo and serve it on 127.0.0.1 (PORT=8000)
	@$(PYTHON) manage.py migrate --verbosity 0
	@$(PYTHON) manage.py load_demo
	@$(PYTHON) manage.py demo_accounts
	@echo "Serving $(SITE_URL)/ and $(SITE_URL)/admin/ (Ctrl-C stops)"
	@exec .venv/bin/granian --interface wsgi --host 127.0.0.1 --port $(PORT) --no-ws --blocking-threads 4 \
	  --log-level warning thinktank.wsgi:application

define FREE_PORT
import socket, sys
if sys.version_info < (3, 11):
    sys.exit("Python 3.11 or newer is needed; python3 here is " + sys.version.split()[0])
port = sys.argv[1]
if not port.isdecimal() or not 0 < int(port) < 65535:
    sys.exit(f"PORT is {port!r}; write a number such as PORT=8001")
if socket.socket().connect_ex(("127.0.0.1", int(port))) == 0:
    sys.exit(f"Port {port} is taken by another program: make demo PORT={int(port) + 1}")
endef
export FREE_PORT

free-port:
	@python3 -c "$$FREE_PORT" "$(PORT)"

test: lint types unit browser ## run every check: format, lint, types, unit, browser and accessibility tests

lint: $(DEVELOP) ## check format and lint of Python and templates
	.venv/bin/ruff format --check
	.venv/bin/ruff check
	.venv/bin/djlint --quiet --lint templates

types: $(DEVELOP) ## check the types of the pure packages
	.venv/bin/mypy

unit: $(DEVELOP) ## run the tests that need no browser
	.venv/bin/pytest --numprocesses 2 --dist loadfile --ignore tests/browser

# On two busy cores a page is sometimes later than a test can foresee: it is tried again, and the run says so (R).
browser: $(DEVELOP) browser-install ## run the browser and accessibility tests
	.venv/bin/pytest --numprocesses 2 --reruns 2 tests/browser

browser-install: $(DEVELOP)
ifeq ($(BROWSER),)
	.ci/browser
endif

fixture: $(DEVELOP) ## build fixtures/demo.json from the texts in fixtures/demo
	@$(PYTHON) manage.py build_demo

messages: $(DEVELOP) ## bring the catalogs of Turkish and Korean up to date, and say what waits for a translation
	@DJANGO_SETTINGS_MODULE=tests.settings $(PYTHON) -m tests.messages

benchmark: $(DEVELOP) ## measure how each page grows from 1,000 articles to 20,000
	@$(PYTHON) benchmarks/pages.py
	@$(PYTHON) benchmarks/desk.py

imports: $(DEVELOP) ## measure how many manuscripts are brought in a second
	@$(PYTHON) benchmarks/manuscripts.py

saves: $(DEVELOP) ## look for a save that is lost when many save at once and the server is killed
	@$(PYTHON) benchmarks/saves.py

format: $(DEVELOP) ## format Python and mend what lint can mend
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

lock: .venv/bin/python ## compile requirements*.in to exact pins
	python3 .ci/lock.py

.venv/bin/python:
	python3 -m venv --without-pip .venv

$(RUNTIME): | .venv/bin/python
	@echo "Installing what the site needs"
	@$(PIP) install -r requirements.txt
	@touch $@

# Files nothing changed are not compressed again: that took longer than all the rest of a start.
$(STATIC): | $(RUNTIME)
	@echo "Collecting and compressing the static files"
	@$(PYTHON) manage.py collectstatic --clear --no-input --verbosity 0
	@touch $@

$(DEVELOP): | .venv/bin/python
	@echo "Installing what the tests need"
	@$(PIP) install -r requirements-dev.txt
	@touch $@
