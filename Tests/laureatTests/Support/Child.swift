import Glibc

/// A process, started with files for its streams.
struct Child {
  struct Failure: Error {
    let program: String
    let number: Int32
  }

  /// How a process ended: by itself, or by a signal.
  struct End {
    let exit: Int32?
    let signal: Int32

    fileprivate init(_ status: Int32) {
      signal = status & 0x7F
      exit = signal == 0 ? (status >> 8) & 0xFF : nil
    }
  }

  private let id: pid_t

  init(
    _ program: String, _ arguments: [String], environment: [String: String], directory: String, input: String,
    output: String, errors: String
  ) throws(Failure) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o644)

    // The test runner may ignore or block signals; a shell that starts a command does not.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for number in [SIGPIPE, SIGINT, SIGTERM] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    // glibc's way to choose the folder is not visible to Swift; `env` has one.
    let argv = (["env", "-C", directory, program] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for string in argv + envp { free(string) } }
    var id = pid_t()
    let number = posix_spawn(&id, "/usr/bin/env", &actions, &attributes, argv, envp)
    guard number == 0 else { throw Failure(program: program, number: number) }
    self.id = id
  }

  func send(_ signal: Int32) {
    kill(id, signal)
  }

  func wait() -> End {
    var status: Int32 = 0
    while waitpid(id, &status, 0) == -1, errno == EINTR {}
    return End(status)
  }
}
