package dev.retune.workflow;

import dev.retune.model.Lineage;
import dev.retune.model.ModelCatalogue;
import dev.retune.model.ModelEntry;
import dev.retune.training.RunFolder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Brings the models of ended runs into the catalogue, each once, whichever screens ask at a time.
public final class TunedModels {
  private final ModelCatalogue catalogue;

  TunedModels(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  synchronized List<ModelEntry> collect(List<RunFolder> runs) {
    Map<String, ModelEntry> known =
        catalogue.list().stream()
            .filter(entry -> entry.lineage() != null)
            .collect(
                Collectors.toMap(TunedModels::runId, Function.identity(), (first, _) -> first));
    var models = new ArrayList<ModelEntry>();
    for (var run : runs) {
      if (run.state().done() && Files.isDirectory(run.modelFolder())) {
        var entry = known.get(run.id());
        models.add(entry == null ? register(run) : entry);
      }
    }
    return List.copyOf(models);
  }

  /// Enters the model of one ended run.
  private ModelEntry register(RunFolder run) {
    var configuration = run.configuration();
    Map<String, Double> tuned = Map.of();
    Map<String, Double> base = Map.of();
    var report = run.report();
    if (report.isPresent()) {
      tuned = report.get().validation().tuned();
      base = report.get().validation().base();
    }
    return catalogue.register(
        run.modelFolder(),
        configuration.name(),
        new Lineage(
            configuration.base().id(),
            configuration.base().fingerprint(),
            configuration.dataset().fingerprint(),
            configuration.dataset().name(),
            run.id(),
            tuned,
            base));
  }

  private static String runId(ModelEntry entry) {
    var lineage = entry.lineage();
    return lineage == null ? "" : lineage.runId();
  }
}
