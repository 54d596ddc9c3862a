/// What calls over the network share: keys that never show, and waiting before trying again.
@org.jspecify.annotations.NullMarked
package dev.retune.endpoint;
