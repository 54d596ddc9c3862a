package dev.retune.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// Everything a model folder is made of.
///
/// @param config the contents of `config.json`
/// @param tokenizer the tokenizer's files by name; `tokenizer.json` at least
/// @param weights by Hugging Face's names without prefix
/// @param head what follows pooling and normalisation
/// @param maxTokens the limit in tokens, special tokens included
/// @param lowerCase whether texts are brought to lower case before the tokenizer sees them
public record ModelParts(
    JsonNode config,
    Map<String, byte[]> tokenizer,
    Map<String, FloatTensor> weights,
    Pooling pooling,
    boolean normalize,
    Head head,
    Prompts prompts,
    int maxTokens,
    boolean lowerCase,
    Similarity similarity) {}
