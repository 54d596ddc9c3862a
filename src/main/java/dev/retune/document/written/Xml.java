package dev.retune.document.written;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/// Elements by their local names: strict and transitional files differ in their namespaces only.
final class Xml {
  private Xml() {}

  static List<Element> children(Element parent) {
    var children = new ArrayList<Element>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  static List<Element> children(Element parent, String name) {
    return children(parent).stream().filter(child -> name(child).equals(name)).toList();
  }

  /// The first descendant along a path of names.
  static Optional<Element> at(Element parent, String... path) {
    var found = Optional.of(parent);
    for (var name : path) {
      found = found.flatMap(element -> children(element, name).stream().findFirst());
    }
    return found;
  }

  /// All descendants of a name, in the order of the file.
  static List<Element> all(Element parent, String name) {
    var found = new ArrayList<Element>();
    var nodes = parent.getElementsByTagNameNS("*", name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  static String name(Element element) {
    return element.getLocalName();
  }

  /// An attribute of any namespace; empty if it is not there.
  static String attribute(Element element, String name) {
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      var attribute = attributes.item(i);
      if (name.equals(attribute.getLocalName())) {
        return attribute.getNodeValue();
      }
    }
    return "";
  }

  /// The relation that an element names, beside an `id` of its own.
  static String relation(Element element) {
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      var attribute = attributes.item(i);
      if ("id".equals(attribute.getLocalName()) && attribute.getNamespaceURI() != null) {
        return attribute.getNodeValue();
      }
    }
    return "";
  }

  static int number(Element element, String attribute, int otherwise) {
    try {
      return Integer.parseInt(attribute(element, attribute));
    } catch (NumberFormatException _) {
      return otherwise;
    }
  }
}
