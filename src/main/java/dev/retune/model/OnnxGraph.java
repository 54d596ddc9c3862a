package dev.retune.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The operations of an ONNX model and its constants, weights included, by name.
record OnnxGraph(List<OnnxNode> nodes, Map<String, OnnxTensor> constants) {

  Optional<OnnxTensor> constant(String name) {
    return Optional.ofNullable(constants.get(name));
  }

  Optional<OnnxNode> producerOf(String value) {
    return nodes.stream().filter(node -> node.outputs().contains(value)).findFirst();
  }

  Stream<OnnxNode> consumersOf(String value) {
    return nodes.stream().filter(node -> node.uses(value));
  }

  Stream<OnnxNode> ofType(String type) {
    return nodes.stream().filter(node -> node.type().equals(type));
  }

  boolean has(String type) {
    return ofType(type).findAny().isPresent();
  }
}
