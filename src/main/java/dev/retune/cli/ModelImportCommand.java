package dev.retune.cli;

import dev.retune.encoder.Pooling;
import dev.retune.encoder.Prompts;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Brings a model into the catalogue.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class ModelImportCommand extends Command {
  @Parameters(paramLabel = "<folder|file.jar|file.onnx>")
  Path source;

  @Option(names = "--name")
  @Nullable String name;

  @Option(names = "--pooling", paramLabel = "cls|mean|last")
  Pooling pooling = Pooling.CLS;

  @Option(names = "--query-prompt")
  String queryPrompt = "";

  @Option(names = "--passage-prompt")
  String passagePrompt = "";

  @SuppressWarnings("NullAway.Init") // picocli sets the source
  ModelImportCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    var models = workbench().models();
    var title = name == null ? String.valueOf(source.getFileName()) : name;
    var entry =
        Files.isDirectory(source)
            ? models.importFolder(source, title, context.progress())
            : models.importOnnx(
                source,
                pooling,
                new Prompts(queryPrompt, passagePrompt),
                title,
                context.progress());
    return result(entry, () -> context.say("model.imported", entry.id(), entry.folder()));
  }
}
