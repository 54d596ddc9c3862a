package dev.retune.training;

import dev.retune.dataset.DatasetFolder;
import dev.retune.text.Problem;
import java.util.List;

/// Reads the datasets of a run folder that stand beside its main one.
final class AuxiliaryFolders {
  private AuxiliaryFolders() {}

  /// @throws dev.retune.text.ProblemException if one is not the one that the run was made for, or
  ///   its loss cannot learn from it
  static List<AuxiliaryData> read(RunFolder run) {
    return run.configuration().others().stream().map(each -> read(run, each)).toList();
  }

  private static AuxiliaryData read(RunFolder run, RunConfiguration.AuxiliaryReference reference) {
    var folder = run.path().resolve(reference.folder());
    var data = DatasetFolder.read(folder);
    if (!DatasetFolder.fingerprint(folder).equals(reference.fingerprint())) {
      throw Problem.of(RunInputs.class, "dataset.changed", run.id()).exception();
    }
    return new AuxiliaryData(DatasetFolder.info(folder), data, reference.loss(), reference.share());
  }
}
