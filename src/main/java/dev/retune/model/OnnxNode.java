package dev.retune.model;

import java.util.List;
import java.util.Map;

/// One operation of an ONNX graph.
///
/// @param name the exporter's path of the module that made it; may be empty
/// @param attributes those that hold a number or a tensor
record OnnxNode(
    String name,
    String type,
    List<String> inputs,
    List<String> outputs,
    Map<String, OnnxTensor> attributes) {

  boolean uses(String value) {
    return inputs.contains(value);
  }
}
