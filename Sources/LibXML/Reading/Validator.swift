import CLibXML2

/// Owns a validator of one document: the SAX handlers of libxml2's schema validation, called by us.
///
/// `xmlSchemaSAXPlug` is meant to stand between the parser and one's handlers. Plugged that way it loses errors, calls a
/// handler before the check, and crashes on an entity reference. Plugged on nothing it hands out its handlers, and the
/// order of calls is ours. A fresh validator per document, for its verdict never goes back to valid.
@safe struct Validator: ~Copyable {
  private let schema: CompiledSchema
  private let context: xmlSchemaValidCtxtPtr
  private let plug: xmlSchemaSAXPlugPtr
  // The plug keeps the addresses of these two until it is pulled, so they live on the heap.
  private let handlersCell: UnsafeMutablePointer<xmlSAXHandlerPtr?>
  private let userDataCell: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  /// The namespaces declared on the root, in libxml2's form: prefix, address, prefix, address…
  private let rootNamespaces: UnsafeMutableBufferPointer<UnsafePointer<xmlChar>?>
  /// To be copied out before a call: the validator comes back to us through `onError`.
  let handlers: ValidatorHandlers

  /// `onError` is called with `userData`.
  init(
    _ schema: CompiledSchema, rootNamespaces: [NamespaceBinding], userData: UnsafeMutableRawPointer,
    onError: clibxml2_error_handler
  ) {
    guard let context = unsafe xmlSchemaNewValidCtxt(schema.pointer) else { fatalError("out of memory") }
    let handlersCell = UnsafeMutablePointer<xmlSAXHandlerPtr?>.allocate(capacity: 1)
    let userDataCell = UnsafeMutablePointer<UnsafeMutableRawPointer?>.allocate(capacity: 1)
    unsafe handlersCell.initialize(to: nil)
    unsafe userDataCell.initialize(to: nil)
    guard let plug = unsafe xmlSchemaSAXPlug(context, handlersCell, userDataCell),
      let handlers = unsafe handlersCell.pointee
    else { fatalError("out of memory") }
    let outer = unsafe rootNamespaces.flatMap { unsafe [$0.prefix?.address, $0.namespace?.address] }
    unsafe self.rootNamespaces = .allocate(capacity: outer.count)
    _ = unsafe self.rootNamespaces.initialize(fromContentsOf: outer)
    unsafe clibxml2_validator_on_error(context, onError, userData)
    self.schema = schema
    unsafe self.context = unsafe context
    unsafe self.plug = unsafe plug
    unsafe self.handlersCell = unsafe handlersCell
    unsafe self.userDataCell = unsafe userDataCell
    self.handlers = unsafe ValidatorHandlers(
      handlers: handlers, context: userDataCell.pointee, rootNamespaces: self.rootNamespaces)
  }

  deinit {
    unsafe xmlSchemaSAXUnplug(plug)
    unsafe xmlSchemaFreeValidCtxt(context)
    unsafe handlersCell.deallocate()
    unsafe userDataCell.deallocate()
    unsafe rootNamespaces.deallocate()
  }
}

/// The calls into a validator, which must be alive. Addresses only: it is copied on every event.
@safe struct ValidatorHandlers {
  fileprivate let handlers: xmlSAXHandlerPtr
  fileprivate let context: UnsafeMutableRawPointer?
  fileprivate let rootNamespaces: UnsafeMutableBufferPointer<UnsafePointer<xmlChar>?>

  /// A record is validated as a root. The validator has not seen the tag of the real one, and is told what namespaces
  /// that declares. `omitted` are the places of attributes it shall not see.
  func start(_ tag: StartTag, isRecord: Bool, omitting omitted: [Int]) {
    unsafe tag.withRawArguments { bindingCount, bindings, attributeCount, attributes in
      if isRecord, bindingCount == 0, omitted.isEmpty {
        let count = unsafe Int32(rootNamespaces.count / 2)
        unsafe call(tag, count, rootNamespaces.baseAddress, attributeCount, attributes)
      } else if !isRecord, omitted.isEmpty {
        unsafe call(tag, bindingCount, bindings, attributeCount, attributes)
      } else {
        startRebuilt(tag, isRecord: isRecord, omitting: omitted)
      }
    }
  }

  private func startRebuilt(_ tag: StartTag, isRecord: Bool, omitting omitted: [Int]) {
    // The first binding of a prefix counts: the tag's own come before those of the root.
    var bindings = unsafe tag.namespaces.flatMap { unsafe [$0.prefix?.address, $0.namespace?.address] }
    if isRecord { unsafe bindings += rootNamespaces }
    var attributes = unsafe tag.rawAttributes(omitting: omitted)
    let bindingCount = unsafe Int32(bindings.count / 2)
    let attributeCount = Int32(tag.attributeCount - omitted.count)
    unsafe bindings.withUnsafeMutableBufferPointer { bindings in
      unsafe attributes.withUnsafeMutableBufferPointer { attributes in
        unsafe call(tag, bindingCount, bindings.baseAddress, attributeCount, attributes.baseAddress)
      }
    }
  }

  private func call(
    _ tag: StartTag, _ bindingCount: Int32, _ bindings: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    _ attributeCount: Int32, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    unsafe handlers.pointee.startElementNs?(
      context, tag.name.address, tag.prefix?.address, tag.namespace?.address, bindingCount, bindings, attributeCount,
      0, attributes)
  }

  func end(_ name: Interned, in namespace: Interned?) {
    unsafe handlers.pointee.endElementNs?(context, name.address, nil, namespace?.address)
  }

  /// One call per run of text: appending a second piece costs the validator the length of the first.
  func text(_ run: UnsafeBufferPointer<UInt8>, hasSection: Bool) {
    let report = unsafe hasSection ? handlers.pointee.cdataBlock : handlers.pointee.characters
    unsafe report?(context, run.baseAddress, Int32(run.count))
  }
}
