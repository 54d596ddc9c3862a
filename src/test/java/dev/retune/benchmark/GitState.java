package dev.retune.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Which sources a figure came from.
///
/// @param commit full hash, or `unknown` outside a clone
/// @param changed whether tracked files differ from the commit
record GitState(String commit, boolean changed) {

  static GitState now() throws IOException, InterruptedException {
    var commit = git("rev-parse", "HEAD");
    return commit.isEmpty()
        ? new GitState("unknown", true)
        : new GitState(commit, !git("status", "--porcelain", "--untracked-files=no").isEmpty());
  }

  private static String git(String command, String... options)
      throws IOException, InterruptedException {
    var words = new ArrayList<>(List.of("git", command));
    words.addAll(List.of(options));
    var process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? output.strip() : "";
  }
}
