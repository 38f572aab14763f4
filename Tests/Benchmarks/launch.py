"""Runs a command and prints its exit status, wall and CPU seconds and peak memory in bytes.

    launch.py COMMAND...

The kernel carries the memory of the process that starts a command over into the command's peak. So this one is a small
process of its own, run with -I -S, and it imports nothing that is not built in; the driver would add its whole size.
"""

import os
import sys
import time


def main(command: list[str]) -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        os.dup2(nothing, 0)
        os.dup2(nothing, 1)
        try:
            os.execvp(command[0], command)
        except OSError as error:
            os.write(2, f"{command[0]}: {error.strerror}\n".encode())
            os._exit(127)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    # On Linux the peak is given in KiB.
    print(os.waitstatus_to_exitcode(status), wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


main(sys.argv[1:])
