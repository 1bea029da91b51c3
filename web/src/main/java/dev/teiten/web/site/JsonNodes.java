package dev.teiten.web.site;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Small JSON documents, built by hand. */
public final class JsonNodes {

  private JsonNodes() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
