package dev.retune.cli;

import dev.retune.model.Lineage;
import dev.retune.model.ModelEntry;
import java.time.Instant;
import java.time.ZoneId;
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

  private static String score(Lineage lineage) {
    var score = lineage.metrics().get("ndcg@10");
    return score == null ? "" : String.format(Locale.ROOT, "NDCG@10 %.4f", score);
  }

  /// Empty for a base model that has not been unpacked yet.
  private static String day(ModelEntry model) {
    return model.created().equals(Instant.EPOCH)
        ? ""
        : model.created().atZone(ZoneId.systemDefault()).toLocalDate().toString();
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
                lineage == null ? "" : lineage.baseId(),
                lineage == null ? "" : lineage.datasetName(),
                lineage == null ? "" : score(lineage),
                day(model)));
  }
}
