package dev.retune.workflow;

import dev.retune.encoder.RemoteAddress;
import dev.retune.encoder.RemoteModel;
import dev.retune.model.ModelEntry;
import dev.retune.task.Progress;

/// Enters a model behind an OpenAI-compatible address into the catalogue.
public record ConnectModel(Workbench workbench) {

  /// Sends one word there first, so that a wrong key or name shows at once.
  ///
  /// @param address its dimension is 0 unless a shorter one than the model's own is wanted
  /// @throws dev.retune.text.ProblemException if it cannot be reached or refuses
  public ModelEntry run(RemoteAddress address, String name, Progress progress) {
    var key = workbench.llmKeys().variable(address.keyVariable());
    return workbench.models().connect(RemoteModel.tried(address, key, progress), name);
  }
}
