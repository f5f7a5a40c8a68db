#!/usr/bin/env python3
"""Measures `portcullis history` on several repositories, and prints Markdown for docs/performance.md.

    python3 Benchmarks/history.py [--rounds 3] REPOSITORY…      bare repositories, the first is cut

Four tables: beside peers and `git cat-file`; a series of the first repository's history at 25, 50, 75
and 100 % of its commits; a second run with the cache; `diff` of the last ten first-parent commits.
Tools take turns within a round; all is done in one run. Only the standard library is used.
"""

import argparse
import pathlib
import shutil
import statistics
import subprocess
import sys
import threading
import time

import run as bench

WORK = bench.WORK / "series"


def anonymous_mib(command: list[str], folder: pathlib.Path) -> float:
    """Peak of anonymous memory, which leaves mapped packs out: the kernel may drop those."""
    peak = 0
    with open("/dev/null", "r+b") as null:
        process = subprocess.Popen(
            command, cwd=folder, env=bench.environment(), stdin=null, stdout=null, stderr=null)

        def watch() -> None:
            nonlocal peak
            while process.poll() is None:
                try:
                    for line in open(f"/proc/{process.pid}/status"):
                        if line.startswith("RssAnon"):
                            peak = max(peak, int(line.split()[1]))
                except OSError:
                    pass
                time.sleep(0.01)

        watcher = threading.Thread(target=watch)
        watcher.start()
        process.wait()
        watcher.join()
    return peak / 1024


def take_turns(commands: dict[str, list[str]], rounds: int) -> dict[str, list[bench.Sample]]:
    samples: dict[str, list[bench.Sample]] = {name: [] for name in commands}
    names = list(commands)
    for turn in range(rounds + 1):
        for name in names[turn % len(names):] + names[:turn % len(names)]:
            sample = bench.run(commands[name], bench.WORK)
            if turn:
                samples[name].append(sample)
            print(f"{time.strftime('%H:%M:%S')} {name}: {sample.wall:.2f} s", file=sys.stderr)
    return samples


def wall(samples: list[bench.Sample]) -> float:
    return statistics.median(sample.wall for sample in samples)


def beside_peers(tools: list[bench.Tool], repository: pathlib.Path, rounds: int) -> None:
    reports = bench.WORK / "reports"
    reports.mkdir(parents=True, exist_ok=True)
    commands = {
        tool.name: tool.command("history", repository, reports / f"history-{tool.name}.json")
        for tool in tools
    }
    commands["git cat-file"] = [
        "git", "-C", str(repository), "cat-file", "--batch-all-objects", "--batch", "--unordered",
        "--buffer"]
    samples = take_turns(commands, rounds)
    ours = wall(samples["portcullis"])
    print(f"\n{bench.describe_repository(repository)}\n")
    print("| | wall, median | range | CPU, median | ratio of wall | state |\n| --- | --- | --- | --- | --- | --- |")
    for name, taken in samples.items():
        walls = [sample.wall for sample in taken]
        tool = next((tool for tool in tools if tool.name == name), None)
        good = all(tool.succeeded(s.status) if tool else s.status == 0 for s in taken)
        print(
            f"| {name} | {wall(taken):.2f} s | {min(walls):.2f}–{max(walls):.2f} s "
            f"| {statistics.median(s.cpu for s in taken):.2f} s | {wall(taken) / ours:.1f} "
            f"| {'whole' if good else 'not whole: status ' + str(taken[0].status)} |")
    peak = anonymous_mib(commands["portcullis"], bench.WORK)
    print(f"\nAnonymous memory of portcullis at its peak: {peak:.0f} MiB.", flush=True)


def cut(repository: pathlib.Path, percent: int) -> pathlib.Path:
    """A clone that ends at a commit with so many percent of HEAD's history behind it."""
    folder = WORK / f"{repository.name}-{percent}"
    if not folder.is_dir():
        commits = bench.git("rev-list", "--topo-order", "--reverse", "HEAD", folder=repository).split()
        tip = commits[max(0, len(commits) * percent // 100 - 1)]
        partial = WORK / "partial"
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        bench.git("init", "--quiet", "--bare", folder=partial)
        bench.git("config", "--add", "uploadpack.allowAnySHA1InWant", "true", folder=repository)
        bench.git("fetch", "--quiet", "--no-tags", str(repository), f"{tip}:refs/heads/main", folder=partial)
        bench.git("symbolic-ref", "HEAD", "refs/heads/main", folder=partial)
        # Every cut is packed in the same way, and not as the server happened to send it.
        bench.git("repack", "-adfq", "--window=10", "--depth=50", folder=partial)
        partial.rename(folder)
    return folder


def series(portcullis: bench.Tool, repository: pathlib.Path, rounds: int) -> None:
    folders = {percent: cut(repository, percent) for percent in (25, 50, 75, 100)}
    report = bench.WORK / "reports" / "series.json"
    samples = take_turns(
        {str(p): portcullis.command("history", folder, report) for p, folder in folders.items()}, rounds)
    print("\n| of the commits | packs | blobs | wall, median | s per 100 MB of packs | s per GB of blobs |")
    print("| --- | --- | --- | --- | --- | --- |")
    for percent, folder in folders.items():
        text = bench.describe_repository(folder).split(": ", 1)[1]
        megabytes = bench.pack_bytes(folder) / 1e6
        blobs = float(text.split(" blobs of ")[1].split(" MB")[0].replace(",", ""))
        seconds = wall(samples[str(percent)])
        print(
            f"| {percent} % | {megabytes:,.0f} MB | {blobs:,.0f} MB | {seconds:.2f} s "
            f"| {seconds / megabytes * 100:.2f} | {seconds / blobs * 1000:.2f} |", flush=True)


def cached(portcullis: bench.Tool, repository: pathlib.Path, rounds: int) -> None:
    cache = WORK / "cache"
    report = bench.WORK / "reports" / "cache.json"
    command = [part for part in portcullis.command("history", repository, report) if part != "--no-cache"]
    command += ["--cache", str(cache)]
    first, second = [], []
    for _ in range(rounds):
        shutil.rmtree(cache, ignore_errors=True)
        first.append(bench.run(command, bench.WORK))
        second.append(bench.run(command, bench.WORK))
    print(f"\nCache: first run {wall(first):.2f} s, second {wall(second):.3f} s: 1/{wall(first) / wall(second):.0f}.")


def ten_commits(portcullis: bench.Tool, repository: pathlib.Path, rounds: int) -> None:
    command = [str(portcullis.program), "diff", "HEAD~10...HEAD", "--quiet"]
    taken = [bench.run(command, repository) for _ in range(rounds + 1)][1:]
    print(f"\n`diff HEAD~10...HEAD`: {wall(taken):.3f} s (status {taken[0].status}).")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--portcullis", type=pathlib.Path, default=bench.HERE.parent / ".build/release/portcullis")
    parser.add_argument("--peers", type=pathlib.Path, default=bench.WORK / "peers")
    parser.add_argument("repositories", type=pathlib.Path, nargs="+")
    arguments = parser.parse_args()
    tools = bench.find_tools(arguments.portcullis.resolve(), arguments.peers)
    repositories = [path.resolve() for path in arguments.repositories]
    WORK.mkdir(parents=True, exist_ok=True)
    print("\n".join(bench.machine()))
    for repository in repositories:
        beside_peers(tools, repository, arguments.rounds)
    series(tools[0], repositories[0], arguments.rounds)
    cached(tools[0], repositories[0], arguments.rounds)
    ten_commits(tools[0], repositories[0], arguments.rounds)


if __name__ == "__main__":
    main()
