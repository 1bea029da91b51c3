package dev.teiten.web.site;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Builds small JSON documents without a library. */
public final class JsonNodes {

  private JsonNodes() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
