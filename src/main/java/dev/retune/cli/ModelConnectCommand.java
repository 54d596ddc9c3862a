package dev.retune.cli;

import dev.retune.encoder.Prompts;
import dev.retune.encoder.RemoteAddress;
import dev.retune.workflow.ConnectModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Enters an embedding model behind an OpenAI-compatible address into the catalogue.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class ModelConnectCommand extends Command {
  @Option(names = "--url", required = true, paramLabel = "<https://…/v1>")
  String url;

  @Option(names = "--model", required = true, descriptionKey = "remote-model")
  String model;

  @Option(names = "--name")
  @Nullable String name;

  @Option(names = "--key-variable", paramLabel = "<variable>")
  String keyVariable = RemoteAddress.USUAL_VARIABLE;

  @Option(names = "--dimensions")
  int dimensions;

  @Option(names = "--max-tokens", descriptionKey = "remote-max-tokens")
  int maxTokens = RemoteAddress.USUAL_TOKENS;

  @Option(names = "--query-prompt")
  String queryPrompt = "";

  @Option(names = "--passage-prompt")
  String passagePrompt = "";

  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  ModelConnectCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    var address =
        new RemoteAddress(
            RemoteAddress.SCHEMA,
            url,
            model,
            keyVariable,
            dimensions,
            dimensions > 0,
            maxTokens,
            new Prompts(queryPrompt, passagePrompt));
    var entry =
        new ConnectModel(workbench()).run(address, name == null ? model : name, context.progress());
    return result(entry, () -> context.say("model.connected", entry.id()));
  }
}
