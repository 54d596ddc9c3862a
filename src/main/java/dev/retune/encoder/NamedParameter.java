package dev.retune.encoder;

import ai.djl.ndarray.NDArray;

/// A trainable weight.
///
/// @param name as Hugging Face calls it, without the prefix of the architecture
/// @param value float32; its gradient is read with [NDArray#getGradient] once it is attached
public record NamedParameter(String name, NDArray value) {}
