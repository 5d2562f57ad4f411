package io.leadpulse.intake.weblog;

import io.leadpulse.intake.source.Refused;
import io.leadpulse.intake.source.Urls;
import java.util.Locale;

/**
 * The first line of a request.
 *
 * @param method in capitals
 * @param host in lower case, without port; empty unless the client named it in this line
 * @param path without query and fragment; empty if the target is no path, as in {@code OPTIONS *}
 * @param query without its question mark
 */
record Request(String method, String host, String path, String query) {
  private static final int METHOD_LIMIT = 32;

  private static final Refused NONE = Refused.noEngagement("a connection without a request");
  private static final Refused NO_METHOD = Refused.unreadable("request: no method");
  private static final Refused NO_TARGET = Refused.unreadable("request: no path or address");

  static Request parse(Field field) throws Refused {
    if (field.isAbsent()) {
      throw NONE;
    }
    String text = field.text();
    int methodEnd = text.indexOf(' ');
    if (methodEnd <= 0 || methodEnd > METHOD_LIMIT || !isMethod(text, methodEnd)) {
      throw NO_METHOD;
    }
    // Old clients name no protocol, careless ones leave spaces in the target.
    int protocol = text.lastIndexOf(" HTTP/");
    int end = protocol < methodEnd ? text.length() : protocol;
    String method = method(text, methodEnd);
    return parse(method, text.substring(Math.min(methodEnd + 1, end), end));
  }

  private static boolean isMethod(String text, int end) {
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (!(c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '-' || c == '_')) {
        return false;
      }
    }
    return true;
  }

  private static String method(String text, int end) {
    return end == 3 && text.startsWith("GET")
        ? "GET"
        : text.substring(0, end).toUpperCase(Locale.ROOT);
  }

  private static Request parse(String method, String target) throws Refused {
    if (target.startsWith("/")) {
      return ofPath(method, "", target);
    }
    int scheme = target.indexOf("://");
    if (scheme > 0) {
      int hostEnd = endOfHost(target, scheme + 3);
      String rest = target.substring(hostEnd);
      String host = host(target.substring(scheme + 3, hostEnd));
      return ofPath(method, host, rest.startsWith("/") ? rest : "/" + rest);
    }
    if (method.equals("CONNECT") && !target.isEmpty()) {
      return new Request(method, host(target), "", "");
    }
    if (target.equals("*")) {
      return new Request(method, "", "", "");
    }
    throw NO_TARGET;
  }

  private static int endOfHost(String target, int from) {
    int end = from;
    while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static Request ofPath(String method, String host, String target) {
    int fragment = target.indexOf('#');
    String sent = fragment < 0 ? target : target.substring(0, fragment);
    int question = sent.indexOf('?');
    String path = question < 0 ? sent : sent.substring(0, question);
    return new Request(
        method,
        host,
        Urls.maskedPath(path.length() <= Urls.LIMIT ? path : path.substring(0, Urls.LIMIT)),
        question < 0 ? "" : sent.substring(question + 1));
  }

  /** Less user and port; the colons in brackets are those of an IPv6 address. */
  private static String host(String authority) {
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int port = host.indexOf(':', host.lastIndexOf(']') + 1);
    String bare = port < 0 ? host : host.substring(0, port);
    return bare.length() <= Urls.LIMIT ? bare.toLowerCase(Locale.ROOT) : "";
  }

  /** A parameter of the query, decoded; empty if there is none of that name. */
  String parameter(String name) {
    return query.isEmpty() ? "" : Query.parameter(query, name);
  }
}
