package dev.teiten.web.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives all test classes one browser, which the platform closes after the last of them. Playwright
 * belongs to the thread that made it, so each thread has a browser of its own.
 */
final class ChromiumResolver implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Chromium.class;
  }

  @Override
  public Chromium resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(StoreScope.EXECUTION_REQUEST, Namespace.create(ChromiumResolver.class))
        .computeIfAbsent(Thread.currentThread(), thread -> new Chromium(), Chromium.class);
  }
}
