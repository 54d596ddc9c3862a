package dev.retune.app;

import dev.retune.cli.CommandLineFace;
import java.util.Map;

/// Where the program starts: the window without arguments, the command line with them.
///
/// It does not extend the toolkit's application class, so that the command line and the worker run
/// on machines without a screen.
public final class Main {
  private Main() {}

  static void main(String[] args) {
    var environment = Map.copyOf(System.getenv());
    var composition = Composition.of(environment);
    var window = new Screen(environment, composition);
    System.exit(
        new CommandLineFace(composition.workbench(), window, composition.locale()).run(args));
  }
}
