package dev.retune.encoder;

import java.util.Arrays;
import java.util.Optional;

/// What stands behind a [Dense] layer.
public enum Activation {
  IDENTITY("torch.nn.modules.linear.Identity"),
  RELU("torch.nn.modules.activation.ReLU"),
  TANH("torch.nn.modules.activation.Tanh");

  private final String torchName;

  Activation(String torchName) {
    this.torchName = torchName;
  }

  /// The PyTorch class, as sentence-transformers names it in a layer's `config.json`.
  String torchName() {
    return torchName;
  }

  static Optional<Activation> of(String torchName) {
    return Arrays.stream(values()).filter(one -> one.torchName.equals(torchName)).findFirst();
  }
}
