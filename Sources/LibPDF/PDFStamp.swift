/// A drawing that goes into one file after another, such as the frame of diplomas that are handed out one by one. It is
/// printed and compressed once, and every file takes it as it is.
///
/// cairo can only print a drawing anew into each file. It is therefore told to show an empty one, whose place in the file
/// the ``PDFAddendum`` gives to what was printed.
package final class PDFStamp {
  let drawing: PDFDrawing
  /// nil where cairo writes its files otherwise than is known: it draws the stamp itself then.
  let print: PDFPrint?

  package init(size: PDFSize, _ draw: (PDFCanvas) throws -> Void) throws {
    drawing = try PDFDrawing(size: size, draw)
    print = try PDFPrint(drawing)
  }
}

/// The objects that a drawing is in a file.
struct PDFPrint {
  /// What cairo is given in its stead.
  let blank: PDFDrawing
  /// What the blank is in a file.
  let blankObject: PDFObject
  /// The drawing itself, and what it refers to; references are places in this list.
  let objects: [PDFObject]
}

extension PDFPrint {
  fileprivate init?(_ drawing: PDFDrawing) throws {
    // Nothing at all would not be shown.
    let blank = try PDFDrawing(size: drawing.size) {
      $0.fill(PDFPath(PDFRect(x: 0, y: 0, width: 1, height: 1)), .white)
    }
    guard let objects = try Self.objects(of: drawing), let blankObject = try Self.objects(of: blank)?.first else {
      return nil
    }
    self.init(blank: blank, blankObject: blankObject, objects: objects)
  }

  /// Prints a drawing on a page of its own.
  private static func objects(of drawing: PDFDrawing) throws -> [PDFObject]? {
    let output = try PDFFile.unfinished { file in
      try file.newPage(drawing.size)
      file.canvas.draw(drawing, at: PDFPoint(x: 0, y: 0))
    }
    guard let output, let form = output.places.indices.first(where: { output.object($0)?.isForm == true }) else {
      return nil
    }
    var numbers = [form]
    var objects: [PDFObject] = []
    while objects.count < numbers.count {
      guard let object = output.object(numbers[objects.count]) else { return nil }
      objects.append(object)
      numbers += Set(object.references).subtracting(numbers).sorted()
    }
    let places = Dictionary(uniqueKeysWithValues: zip(numbers, numbers.indices))
    return objects.map { $0.renumbered { places[$0] ?? $0 } }
  }
}
