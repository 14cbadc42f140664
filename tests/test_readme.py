"""README keeps its word: what it tells to run exists and takes these options, what it names is there."""

from __future__ import annotations

import configparser
import re
import shlex
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands, load_command_class
from django.core.management.base import BaseCommand, CommandParser
from django.urls import resolve

ROOT = Path(settings.BASE_DIR)
README = (ROOT / "README.md").read_text()
EXAMPLE = (ROOT / ".env.example").read_text()
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
SHELL = [body for language, body in BLOCKS if language == "sh"]
UNITS = [body for language, body in BLOCKS if language == "ini"]
PROSE = re.sub(r"^```.*?^```$", "", README, flags=re.DOTALL | re.MULTILINE)
QUOTED = re.findall(r"`([^`\n]+)`", PROSE)

# What comes with Debian's base system or with the packages that README installs.
PROGRAMS = {"adduser", "apt", "cat", "cd", "curl", "env", "git", "install", "journalctl", "ln", "make"}
PROGRAMS |= {"nginx", "createdb", "createuser", "pg_dump", "pg_restore"}
PROGRAMS |= {"runuser", "systemctl", "systemd-analyze", "/usr/bin/python3", ".venv/bin/python"}


def commands() -> list[list[str]]:
    """Every command of the shell blocks in words; what is written into files is left out."""
    lines: list[str] = []
    for body in SHELL:
        lines += re.sub(r"<<END\n.*?^END$", "", body, flags=re.DOTALL | re.MULTILINE).splitlines()
    return [words for line in lines if (words := shlex.split(line, comments=True))]


def bare(words: list[str]) -> list[str]:
    """The command itself, without the user it runs as and the environment it is given."""
    if words[0] == "runuser":
        words = words[words.index("--") + 1 :]
    if words[0] == "env":
        words = [word for word in words[1:] if not re.match(r"[A-Z_]+=", word)]
    return words


def managed() -> list[list[str]]:
    """The subcommand and options of every manage.py, in blocks, units and prose."""
    starts = [line.partition("=")[2] for unit in UNITS for line in unit.splitlines() if "ExecStart=" in line]
    lines = [bare(words) for words in commands()] + [shlex.split(text) for text in starts + QUOTED]
    return [words[words.index("manage.py") + 1 :] for words in lines if "manage.py" in words]


def targets() -> set[str]:
    return set(re.findall(r"^(\w+):(?!=)", (ROOT / "Makefile").read_text(), re.MULTILINE))


def settable() -> set[str]:
    return set(re.findall(r"^#?([A-Z_]+)=", EXAMPLE, re.MULTILINE))


def test_every_shell_block_is_a_script_that_a_shell_can_read() -> None:
    for body in SHELL:
        result = subprocess.run(["bash", "-n"], input=body, capture_output=True, text=True, check=False)
        assert (result.returncode, result.stderr) == (0, ""), body


def test_every_program_comes_with_what_is_installed() -> None:
    assert {bare(words)[0] for words in commands()} <= PROGRAMS


def test_every_target_of_make_exists() -> None:
    named = [words[1] for words in commands() if words[0] == "make"]
    named += [text.split()[1] for text in QUOTED if text.startswith("make ")]
    assert {"run", "test"} <= set(named) <= targets()


@pytest.mark.parametrize("words", managed(), ids=" ".join)
def test_every_subcommand_takes_what_it_is_given(words: list[str]) -> None:
    name, *rest = words
    assert name in get_commands()
    app = get_commands()[name]
    command = app if isinstance(app, BaseCommand) else load_command_class(app, name)
    parser: CommandParser = command.create_parser("manage.py", name)
    parser.parse_args(rest)  # CommandError where an option is unknown or something is missing


def test_the_plan_and_requirements_that_commands_name_are_there() -> None:
    files = {word for words in commands() for word in words if re.fullmatch(r"[\w./-]+\.(toml|txt)", word)}
    plan = {"plans/data/125-kh-ubnd.toml", "plans/data/125-kh-ubnd-news.toml"}
    assert files == plan | {"requirements.txt"}
    assert [name for name in files if not (ROOT / name).is_file()] == []


def test_every_file_and_folder_that_is_named_exists() -> None:
    made_here = (".venv/", "var/", ".env")  # by make, or by whoever sets it up
    named = [text for text in QUOTED if re.fullmatch(r"[\w.-]+/[\w./-]*|[\w.-]+\.(py|toml|md)", text)]
    assert [n for n in named if not n.startswith(made_here) and not (ROOT / n).exists()] == []
    assert len(named) > 30


def test_every_picture_is_there_and_small() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert pictures
    for name in pictures:
        assert 0 < (ROOT / name).stat().st_size < 300_000


def test_every_setting_that_is_named_can_be_set() -> None:
    named = {text.partition("=")[0] for text in QUOTED if re.fullmatch(r"[A-Z]+_[A-Z_]+(=\S+)?", text)}
    written = set(re.findall(r"(?:^|env )([A-Z_]+)=", "".join(SHELL), re.MULTILINE))
    inside = {"AUDIT_WITNESSES"}  # a setting of the code, not of an installation
    assert (named | written) - inside <= settable()
    assert all(hasattr(settings, name) for name in inside)


def test_every_setting_of_the_example_is_read_and_every_one_that_is_read_is_in_it() -> None:
    files = ("bg_portal/settings.py", "bg_portal/serving.py")
    source = "".join((ROOT / name).read_text() for name in files)
    read = set(re.findall(r"(?:env\.\w+|environ\.get|required|day)\(\s*['\"]([A-Z_]+)", source))
    assert read - {"PORTAL_ENV_FILE"} == settable()
    assert "PORTAL_ENV_FILE" in EXAMPLE


def test_every_address_that_is_asked_exists() -> None:
    asked = set(re.findall(r"http://127\.0\.0\.1:8000(/\w+)", README))
    assert asked == {"/healthz", "/readyz"}
    for path in asked:
        resolve(path)


def test_units_run_as_the_user_that_is_made_in_the_folder_that_is_cloned() -> None:
    made = next(words for words in commands() if words[0] == "adduser")
    assert len(UNITS) == 2
    for text in UNITS:
        unit = configparser.ConfigParser(interpolation=None)
        unit.optionxform = str  # type: ignore[assignment,method-assign]  # names of systemd have capitals
        unit.read_string(text)
        service = unit["Service"]
        assert service["User"] == made[-1]
        assert service["WorkingDirectory"] == made[made.index("--home") + 1]
        assert service["ExecStart"].startswith(service["WorkingDirectory"])


def test_the_copy_of_sqlite_is_whole(tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    with sqlite3.connect(tmp_path / "var" / "portal.sqlite3") as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE kept AS SELECT 1 AS one")
    (words,) = (bare(words) for words in commands() if "-c" in words and "VACUUM" in words[-1])
    subprocess.run([sys.executable, *words[1:]], cwd=tmp_path, check=True)
    with sqlite3.connect(tmp_path / "var" / "backup.sqlite3") as copy:
        assert copy.execute("SELECT one FROM kept").fetchall() == [(1,)]


def test_the_secret_that_is_made_is_long_enough() -> None:
    (code,) = set(re.findall(r"python3 -c '([^']+)'", README + EXAMPLE))
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert len(result.stdout.strip()) >= 50
