package io.leadpulse.intake.weblog;

import io.leadpulse.schemas.WebAccessKind;
import java.util.Locale;
import java.util.Set;

/** Tells what people look at from what browsers and programs fetch. */
final class AccessKinds {
  private static final int OK = 200;
  private static final int PARTIAL_CONTENT = 206;
  private static final int NOT_MODIFIED = 304;

  /** What a page is made of, what is made for programs, and sources served as they are. */
  private static final Set<String> ASSETS =
      words(
          """
          css js mjs map json xml xsl xsd txt rss atom rdf webmanifest wasm
          png jpg jpeg gif ico svg webp avif bmp tif tiff cur
          woff woff2 ttf otf eot swf
          mp3 mp4 m4a m4v ogg ogv oga wav webm avi mov flv wmv mpg mpeg m3u8 ts
          c h cc cpp py pyc rb sh lua java go rs vim m4 mk log conf cfg ini diff patch spec sql
          yml yaml md markdown tex pcap asc sig md5 sha1 sha256
          """);

  /** Files that people take away with them. */
  private static final Set<String> DOWNLOADS =
      words(
          """
          pdf doc docx xls xlsx xlsm ppt pptx pps ppsx odt ods odp rtf csv epub mobi key pages
          zip gz tgz tar bz2 xz 7z rar lzh jar war gem whl deb rpm apk exe msi dmg pkg iso
          dwg dxf step stp vsd vsdx ai psd
          """);

  private static final Set<String> FEEDS = words("feed feeds rss atom rdf");

  private AccessKinds() {}

  static WebAccessKind of(Request request, int status) {
    if (!request.method().equals("GET") || request.path().isEmpty()) {
      return WebAccessKind.RESOURCE;
    }
    String extension = extension(request.path());
    if (DOWNLOADS.contains(extension)) {
      return status == OK || status == PARTIAL_CONTENT
          ? WebAccessKind.FILE_DOWNLOAD
          : WebAccessKind.RESOURCE;
    }
    boolean shown = status >= 200 && status < 300 || status == NOT_MODIFIED;
    boolean page =
        !ASSETS.contains(extension)
            && !FEEDS.contains(lastName(request.path()))
            && !Query.asksForFeed(request.query());
    return shown && page ? WebAccessKind.PAGE_VIEW : WebAccessKind.RESOURCE;
  }

  /** In lower case; empty if it has none, as of a folder, whatever dots are in its name. */
  private static String extension(String path) {
    int dot = path.lastIndexOf('.');
    return dot <= path.lastIndexOf('/') ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** Of a file or a folder. */
  private static String lastName(String path) {
    int end = path.length() > 1 && path.endsWith("/") ? path.length() - 1 : path.length();
    return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }
}
