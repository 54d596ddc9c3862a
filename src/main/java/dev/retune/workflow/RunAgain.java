package dev.retune.workflow;

import dev.retune.encoder.Model;
import dev.retune.model.ModelCatalogue;
import dev.retune.model.ModelEntry;
import dev.retune.text.ProblemException;
import dev.retune.training.RunConfiguration;
import dev.retune.training.RunFolder;
import dev.retune.training.TrainingSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What to choose for training as in an earlier run.
///
/// @param base id of its base model; empty where that model is not there any more, or is another
/// @param others what else it learned from, in its folder
public record RunAgain(
    TrainingSettings settings, Optional<String> base, List<AuxiliaryChoice> others) {
  public RunAgain {
    others = List.copyOf(others);
  }

  static RunAgain of(RunFolder run, ModelCatalogue models) {
    var configuration = run.configuration();
    var references = configuration.auxiliary();
    var others =
        references == null
            ? List.<AuxiliaryChoice>of()
            : references.stream().map(each -> other(run, each)).toList();
    return new RunAgain(configuration.settings(), base(run, models), others);
  }

  private static AuxiliaryChoice other(
      RunFolder run, RunConfiguration.AuxiliaryReference reference) {
    var content = AuxiliaryContent.read(run.path().resolve(reference.folder()));
    return new AuxiliaryChoice(content, reference.loss(), reference.share());
  }

  /// Names repeat and folders are overwritten: only a model of the same weights is the same.
  private static Optional<String> base(RunFolder run, ModelCatalogue models) {
    var folder = run.baseFolder().toAbsolutePath().normalize();
    var fingerprint = run.configuration().base().fingerprint();
    return Stream.concat(
            models.list().stream().filter(each -> sameFolder(each, folder)),
            Stream.of(folder.toString()).filter(models::knows).map(models::find))
        .filter(each -> !each.ready() || same(each.folder(), fingerprint))
        .map(ModelEntry::id)
        .findFirst();
  }

  private static boolean sameFolder(ModelEntry model, Path folder) {
    return model.folder().toAbsolutePath().normalize().equals(folder);
  }

  private static boolean same(Path folder, String fingerprint) {
    try {
      return Model.read(folder).fingerprint().equals(fingerprint);
    } catch (ProblemException _) {
      return false;
    }
  }
}
