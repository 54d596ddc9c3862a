package dev.retune.workflow;

import dev.retune.dataset.Row;
import dev.retune.dataset.Split;
import dev.retune.dataset.TripletRow;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.training.AuxiliaryData;
import dev.retune.training.loss.LossSettings;
import dev.retune.training.loss.LossTable;
import dev.retune.training.loss.Material;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a dataset on disk holds, as far as learning from it beside the main one goes.
///
/// @param name what it is called
/// @param rows to learn from
/// @param negatives hard negatives of the row that has most
/// @param refusals why each loss that cannot learn from it cannot
public record AuxiliaryContent(
    Path path,
    String name,
    Material material,
    int rows,
    int negatives,
    Map<LossSettings.Name, Problem> refusals) {

  public AuxiliaryContent {
    refusals = Map.copyOf(refusals);
  }

  /// @throws dev.retune.text.ProblemException if it cannot be read, or no loss can learn from it
  public static AuxiliaryContent read(Path path) {
    return read(path, Progress.none());
  }

  /// The same, unless the person asks to stop.
  ///
  /// @throws java.util.concurrent.CancellationException if cancelled
  public static AuxiliaryContent read(Path path, Progress progress) {
    var data = AuxiliaryFile.data(path, progress);
    progress.checkCancelled();
    var material = Material.of(data);
    var rows = data.rows(Split.TRAIN);
    var refusals = AuxiliaryData.refusals(data);
    var usual = LossTable.fitting(material).getFirst();
    if (refusals.size() == LossSettings.Name.values().length) {
      throw Objects.requireNonNull(refusals.get(usual)).exception();
    }
    var negatives = rows.stream().mapToInt(AuxiliaryContent::negatives).max().orElse(0);
    return new AuxiliaryContent(
        path, AuxiliaryFile.name(path), material, rows.size(), negatives, refusals);
  }

  private static int negatives(Row row) {
    return row instanceof TripletRow triplet ? triplet.negatives().size() : 0;
  }

  /// The losses that can learn from it, the usual one first.
  public List<LossSettings.Name> fitting() {
    return LossTable.fitting(material).stream()
        .filter(name -> !refusals.containsKey(name))
        .toList();
  }
}
