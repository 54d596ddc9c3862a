package dev.retune.ui.train;

import dev.retune.retrieval.RetrievalSettings;
import dev.retune.task.Progress;
import dev.retune.training.PreflightReport;
import dev.retune.training.TrainingSettings;
import dev.retune.workflow.AuxiliaryChoice;
import dev.retune.workflow.AuxiliaryContent;
import dev.retune.workflow.BaseChoice;
import dev.retune.workflow.RunAgain;
import dev.retune.workflow.TrainingPlan;
import java.nio.file.Path;
import java.util.List;

/// Planning and starting runs; called off the FX thread.
interface Training {

  /// How many pairs there are to learn from, those of no split yet as they will be split.
  int pairs();

  /// Which model is tuned, and which might be.
  BaseChoice base();

  /// Tunes the model of this id from now on.
  void tune(String base);

  /// How the passages are best read and scored.
  RetrievalSettings retrieval();

  /// What training with `settings` would be now.
  ///
  /// @param others what else is learned from
  TrainingPlan plan(TrainingSettings settings, List<AuxiliaryChoice> others);

  /// What a file or folder holds to learn from beside the pairs.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be read, or no loss can learn from it
  /// @throws java.util.concurrent.CancellationException if cancelled
  AuxiliaryContent look(Path dataset, Progress progress);

  /// Looks at data, settings and machine before a training; takes seconds and changes nothing.
  PreflightReport preflight(
      TrainingSettings settings, List<AuxiliaryChoice> others, Progress progress);

  /// The project's runs, newest first.
  List<TrainingRun> runs();

  /// Freezes the accepted pairs and starts a worker on them.
  TrainingRun start(
      String name, TrainingSettings settings, List<AuxiliaryChoice> others, Progress progress);

  /// What to choose for training as in this run.
  ///
  /// @throws dev.retune.text.ProblemException if what it learned from is damaged
  RunAgain again(TrainingRun run);

  /// Starts a worker again on a run that was interrupted or failed.
  void takeUp(TrainingRun run);

  /// Ends a run that was interrupted or failed with the best model it has; a worker measures it.
  void keepBest(TrainingRun run);
}
