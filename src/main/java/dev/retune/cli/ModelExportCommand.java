package dev.retune.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Copies a model to a folder that other programs read.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class ModelExportCommand extends Command {
  @Parameters(index = "0", paramLabel = "<model>")
  String model;

  @Parameters(index = "1", paramLabel = "<folder>")
  Path target;

  @Option(names = "--adapter")
  boolean adapter;

  @SuppressWarnings("NullAway.Init") // picocli sets both
  ModelExportCommand(Context context) {
    super(context);
  }

  private record Exported(String model, String folder) {}

  @Override
  public Integer call() {
    var entry = workbench().models().ensure(model, context.progress());
    if (adapter) {
      workbench().models().exportAdapter(entry, target, context.progress());
    } else {
      workbench().models().export(entry, target, context.progress());
    }
    return result(
        new Exported(entry.id(), target.toAbsolutePath().toString()),
        () -> context.say("model.exported", entry.name(), target));
  }
}
