package org.postrider.template;

import io.pebbletemplates.pebble.attributes.methodaccess.MethodAccessValidator;
import io.pebbletemplates.pebble.node.ForNode;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Map;

/** Lets templates read the components of records and entries, and call nothing else. */
final class PlainValues implements MethodAccessValidator {

  @Override
  public boolean isMethodAccessAllowed(Object object, Method method) {
    if (method.getParameterCount() > 0) {
      return false;
    }
    if (object instanceof Record) {
      return isComponent(object.getClass().getRecordComponents(), method);
    }
    if (object instanceof Map.Entry<?, ?>) {
      return method.getName().equals("getKey") || method.getName().equals("getValue");
    }
    return method.getDeclaringClass() == ForNode.LoopVariables.class;
  }

  private static boolean isComponent(RecordComponent[] components, Method method) {
    for (RecordComponent component : components) {
      if (component.getAccessor().equals(method)) {
        return true;
      }
    }
    return false;
  }
}
