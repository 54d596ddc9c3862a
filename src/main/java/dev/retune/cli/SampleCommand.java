package dev.retune.cli;

import dev.retune.workflow.SampleProject;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Opens the window on the sample project; without a screen, does the main job as the demo.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class SampleCommand extends Command {
  @Option(names = "--language", paramLabel = "en|zh")
  SampleLanguage language = SampleLanguage.EN;

  SampleCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    if (!context.window().available()) {
      context.note("sample.noScreen");
      var demo = new DemoCommand(context);
      demo.json = json;
      return demo.call();
    }
    Path folder;
    var sample = new SampleProject(workbench());
    try (var session = sample.open(language.id(), context.progress())) {
      folder = session.folder();
    }
    context.window().show(folder);
    return 0;
  }
}
