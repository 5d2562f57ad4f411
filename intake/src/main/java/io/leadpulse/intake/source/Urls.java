package io.leadpulse.intake.source;

import java.util.Locale;

/** Web addresses less what may identify a person. */
public final class Urls {
  /** Most characters of an address that are kept. */
  public static final int LIMIT = 2048;

  private static final String MASK = "*";

  private Urls() {}

  /** An http address without user, query and fragment, its host in lower case; else empty. */
  public static String link(String url) {
    String bare = bare(url);
    int host = bare.indexOf("://") + 3;
    String scheme = host < 3 ? "" : bare.substring(0, host).toLowerCase(Locale.ROOT);
    return scheme.equals("http://") || scheme.equals("https://")
        ? scheme + hostAndPath(bare.substring(host))
        : "";
  }

  /** Host and path of an address; a text that is no address comes back without query. */
  public static String referrer(String url) {
    String bare = bare(url);
    int scheme = bare.indexOf("://");
    return scheme < 0 ? maskedPath(bare) : hostAndPath(bare.substring(scheme + 3));
  }

  /** A path with each segment masked that may be a mail address; {@code logo@2x.png} is none. */
  public static String maskedPath(String path) {
    if (path.indexOf('@') < 0 && path.indexOf("%40") < 0) {
      return path;
    }
    StringBuilder masked = new StringBuilder(path.length());
    for (int start = 0; start <= path.length(); ) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      String segment = path.substring(start, end);
      masked.append(isAddress(segment) ? MASK : segment);
      if (slash >= 0) {
        masked.append('/');
      }
      start = end + 1;
    }
    return masked.toString();
  }

  private static boolean isAddress(String segment) {
    int at = Math.max(segment.lastIndexOf('@'), segment.lastIndexOf("%40"));
    return at > 0 && !segment.regionMatches(true, at, "@2x.", 0, 4) && segment.indexOf('.', at) > 0;
  }

  private static String bare(String url) {
    int end = Math.min(url.length(), LIMIT);
    for (int i = 0; i < end; i++) {
      if (url.charAt(i) == '?' || url.charAt(i) == '#') {
        return url.substring(0, i);
      }
    }
    return url.substring(0, end);
  }

  private static String hostAndPath(String rest) {
    int slash = rest.indexOf('/');
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return slash < 0 ? host : host + maskedPath(rest.substring(slash));
  }
}
