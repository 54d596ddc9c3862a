package dev.retune.training;

import dev.retune.encoder.Dense;
import dev.retune.encoder.FloatTensor;
import dev.retune.encoder.ModelCard;
import dev.retune.encoder.ModelFolderWriter;
import dev.retune.encoder.PeftFolder;
import dev.retune.retrieval.RetrievalFile;
import dev.retune.training.adapter.Adapter;
import dev.retune.training.adapter.LinearAdapter;
import dev.retune.training.adapter.LlamaIndexFolder;
import dev.retune.training.adapter.TwoLayerAdapter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A model folder that stands for itself; in it low-rank updates as PEFT keeps them and adapters as
/// LlamaIndex does, to be used alone, and what the model is best searched with.
///
/// @param folder that is written
/// @param checkpoints of the run, where what turns its vectors is kept
record TunedFolder(Path folder, RunInputs inputs, Checkpoints checkpoints) {

  /// @param trained what the run's method trains
  /// @throws dev.retune.text.ProblemException if it cannot be written
  void write(Map<String, FloatTensor> trained, ModelCard card) {
    writeWeights(trained, card);
    RetrievalFile.write(folder, inputs.settings().retrieval(), inputs.prompts());
  }

  private void writeWeights(Map<String, FloatTensor> trained, ModelCard card) {
    var adapter = RunFolder.adapterFolder(folder);
    switch (inputs.settings().method()) {
      case FULL -> writeChanged(trained, card);
      case LORA -> {
        // Low-rank updates belong to the base as it is, whatever is done to its vectors.
        var base = inputs.base().onThisMachine();
        var lora = inputs.settings().lora();
        var lengths = inputs.settings().dimensions();
        var updates = new PeftFolder(adapter, lora, base.fingerprint(), trained, lengths);
        writeChanged(updates.merge(base), card);
        var turned = Rotation.applied(inputs, checkpoints);
        PeftFolder.write(adapter, base, turned, inputs.prompts(), lora, trained, lengths);
        RetrievalFile.writeSettings(adapter, inputs.settings().retrieval(), inputs.prompts());
      }
      case LINEAR_ADAPTER -> {
        writeAdapted(LinearAdapter.layers(trained), card);
        LlamaIndexFolder.writeLinear(adapter, trained);
      }
      case TWO_LAYER_ADAPTER -> {
        writeAdapted(TwoLayerAdapter.layers(trained), card);
        LlamaIndexFolder.writeTwoLayer(adapter, trained);
      }
    }
  }

  private void writeChanged(Map<String, FloatTensor> weights, ModelCard card) {
    ModelFolderWriter.writeChanged(
        folder,
        Rotation.applied(inputs, checkpoints),
        inputs.prompts(),
        weights,
        inputs.settings().dimensions(),
        card);
  }

  private void writeAdapted(List<Dense> layers, ModelCard card) {
    var base = inputs.base();
    var head = Adapter.head(inputs.settings().adapter().side(), layers, base.normalize());
    base.writeWithHead(folder, inputs.prompts(), head, inputs.settings().dimensions(), card);
  }
}
