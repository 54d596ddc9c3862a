package dev.retune.cli;

import dev.retune.workflow.Workbench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/// A command with `--json`.
abstract class Command implements Callable<Integer> {
  @Option(names = "--json")
  boolean json;

  final Context context;

  Command(Context context) {
    this.context = context;
  }

  final Workbench workbench() {
    return context.workbench();
  }

  /// Prints a result: as one line of JSON where that was asked for, else in words.
  final int result(Object value, Runnable words) {
    if (json) {
      context.output().json(value);
    } else {
      words.run();
    }
    return 0;
  }
}
