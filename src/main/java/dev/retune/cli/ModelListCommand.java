package dev.retune.cli;

import dev.retune.model.ModelEntry;
import java.util.Locale;
import picocli.CommandLine;

/// Lists models.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class ModelListCommand extends Command {
  ModelListCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    var models = workbench().models().list();
    return result(models, () -> models.forEach(this::print));
  }

  private void print(ModelEntry model) {
    var lineage = model.lineage();
    context
        .output()
        .line(
            String.join(
                "\t",
                model.id(),
                model.kind().name().toLowerCase(Locale.ROOT),
                model.name(),
                lineage == null ? "" : lineage.baseId()));
  }
}
