/// Tokenising, encoding, pooling, and the model folder.
@org.jspecify.annotations.NullMarked
package dev.retune.encoder;
