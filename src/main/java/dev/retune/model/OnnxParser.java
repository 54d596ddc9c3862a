package dev.retune.model;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the parts of ONNX's protobuf format that hold a graph and its constants.
///
/// Field numbers are those of `onnx.proto3`
/// (<https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3>); everything else is skipped.
final class OnnxParser {
  private static final int EXTERNAL = 1;

  private OnnxParser() {}

  /// @throws IOException if `model` is not in that format
  static OnnxGraph parse(ByteBuffer model) throws IOException {
    var in = CodedInputStream.newInstance(model);
    in.enableAliasing(true);
    OnnxGraph graph = null;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == 7) {
        graph = graph(nested(in));
      } else {
        in.skipField(tag);
      }
    }
    if (graph == null || graph.nodes().isEmpty()) {
      throw new IOException("no graph");
    }
    return graph;
  }

  private static CodedInputStream nested(CodedInputStream in) throws IOException {
    var message = CodedInputStream.newInstance(in.readByteBuffer());
    message.enableAliasing(true);
    return message;
  }

  private static OnnxGraph graph(CodedInputStream in) throws IOException {
    var nodes = new ArrayList<OnnxNode>();
    var constants = new HashMap<String, OnnxTensor>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> {
          var node = node(nested(in));
          nodes.add(node);
          var value = node.attributes().get("value");
          if (node.type().equals("Constant") && value != null) {
            constants.put(node.outputs().getFirst(), value);
          }
        }
        case 5 -> {
          var tensor = tensor(nested(in));
          constants.put(tensor.name(), tensor);
        }
        default -> in.skipField(tag);
      }
    }
    shareConstants(nodes, constants);
    return new OnnxGraph(nodes, constants);
  }

  /// Exporters keep equal constants once and give the others their names through `Identity`.
  private static void shareConstants(List<OnnxNode> nodes, Map<String, OnnxTensor> constants) {
    for (var node : nodes) {
      var shared = constants.get(node.inputs().isEmpty() ? "" : node.inputs().getFirst());
      if (node.type().equals("Identity") && shared != null) {
        constants.put(node.outputs().getFirst(), shared);
      }
    }
  }

  private static OnnxNode node(CodedInputStream in) throws IOException {
    var inputs = new ArrayList<String>();
    var outputs = new ArrayList<String>();
    var attributes = new HashMap<String, OnnxTensor>();
    var name = "";
    var type = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> inputs.add(in.readStringRequireUtf8());
        case 2 -> outputs.add(in.readStringRequireUtf8());
        case 3 -> name = in.readStringRequireUtf8();
        case 4 -> type = in.readStringRequireUtf8();
        case 5 -> {
          var attribute = attribute(nested(in));
          if (attribute != null) {
            attributes.put(attribute.name(), attribute);
          }
        }
        default -> in.skipField(tag);
      }
    }
    return new OnnxNode(name, type, inputs, outputs, attributes);
  }

  private static @Nullable OnnxTensor attribute(CodedInputStream in) throws IOException {
    var name = "";
    OnnxTensor value = null;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> name = in.readStringRequireUtf8();
        case 2 -> value = scalar(OnnxTensor.FLOAT, little(4).putFloat(in.readFloat()));
        case 3 -> value = scalar(OnnxTensor.INT64, little(8).putLong(in.readInt64()));
        case 5 -> value = tensor(nested(in));
        default -> in.skipField(tag);
      }
    }
    return value == null ? null : new OnnxTensor(name, value.shape(), value.type(), value.bytes());
  }

  private static OnnxTensor tensor(CodedInputStream in) throws IOException {
    var shape = new ArrayList<Long>();
    var name = "";
    var type = 0;
    ByteBuffer bytes = little(0);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> dimensions(in, tag, shape);
        case 2 -> type = in.readInt32();
        // float_data: packed floats have the layout of raw_data.
        case 4 -> bytes = in.readByteBuffer();
        case 7 -> bytes = varints(in.readByteBuffer());
        case 8 -> name = in.readStringRequireUtf8();
        case 9 -> bytes = in.readByteBuffer();
        case 14 -> {
          if (in.readEnum() == EXTERNAL) {
            throw new ExternalDataException();
          }
        }
        default -> in.skipField(tag);
      }
    }
    return new OnnxTensor(name, List.copyOf(shape), type, bytes);
  }

  private static void dimensions(CodedInputStream in, int tag, List<Long> shape)
      throws IOException {
    if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
      shape.add(in.readInt64());
      return;
    }
    var packed = nested(in);
    while (!packed.isAtEnd()) {
      shape.add(packed.readInt64());
    }
  }

  private static ByteBuffer varints(ByteBuffer packed) throws IOException {
    var in = CodedInputStream.newInstance(packed);
    var numbers = new ArrayList<Long>();
    while (!in.isAtEnd()) {
      numbers.add(in.readInt64());
    }
    var bytes = little(8 * numbers.size());
    numbers.forEach(bytes::putLong);
    return bytes.flip();
  }

  private static OnnxTensor scalar(int type, ByteBuffer bytes) {
    return new OnnxTensor("", List.of(), type, bytes.flip());
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// The weights lie in another file.
  static final class ExternalDataException extends IOException {
    private static final long serialVersionUID = 1;
  }
}
