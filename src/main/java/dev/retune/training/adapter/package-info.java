/// Adapters: small networks over vectors that stay as the base model gives them.
@NullMarked
package dev.retune.training.adapter;

import org.jspecify.annotations.NullMarked;
