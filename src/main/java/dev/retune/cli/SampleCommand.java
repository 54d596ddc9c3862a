package dev.retune.cli;

import dev.retune.workflow.SampleProject;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Opens the window on the sample project; without a screen, does the main job as the demo.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
  private final Context context;

  @Option(names = "--language", paramLabel = "en|zh")
  String language = "en";

  SampleCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (!context.window().available()) {
      context.note("sample.noScreen");
      return new DemoCommand(context).call();
    }
    Path folder;
    try (var session = new SampleProject(context.workbench()).open(language, context.progress())) {
      folder = session.folder();
    }
    context.window().show(folder);
    return 0;
  }
}
