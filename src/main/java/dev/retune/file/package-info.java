/// Files: atomic writes, JSON, content hashes, where the user's data lives.
@org.jspecify.annotations.NullMarked
package dev.retune.file;
