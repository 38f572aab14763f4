/// A design as its file states it: every field is optional, and none of another name is let through, which would be a
/// slip of the pen.
struct DesignFile: Decodable {
  struct Colours: Decodable {
    var frame: String?
    var heading: String?
    var text: String?

    private enum CodingKeys: String, CodingKey { case frame, heading, text }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(only: CodingKeys.self)
      frame = try fields.decodeIfPresent(String.self, forKey: .frame)
      heading = try fields.decodeIfPresent(String.self, forKey: .heading)
      text = try fields.decodeIfPresent(String.self, forKey: .text)
    }
  }

  struct Signatory: Decodable {
    var post: String?
    var name: String

    private enum CodingKeys: String, CodingKey { case post, name }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(only: CodingKeys.self)
      post = try fields.decodeIfPresent(String.self, forKey: .post)
      name = try fields.decode(String.self, forKey: .name)
    }
  }

  struct Wording: Decodable {
    var heading: String?
    var subheading: String?
    var lead: String?
    var leadDative: String?
    var purpose: String?

    private enum CodingKeys: String, CodingKey { case heading, subheading, lead, leadDative, purpose }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(only: CodingKeys.self)
      heading = try fields.decodeIfPresent(String.self, forKey: .heading)
      subheading = try fields.decodeIfPresent(String.self, forKey: .subheading)
      lead = try fields.decodeIfPresent(String.self, forKey: .lead)
      leadDative = try fields.decodeIfPresent(String.self, forKey: .leadDative)
      purpose = try fields.decodeIfPresent(String.self, forKey: .purpose)
    }
  }

  struct Texts: Decodable {
    var winner: Wording?
    var prize: Wording?
    var participant: Wording?

    private enum CodingKeys: String, CodingKey { case winner, prize, participant }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(only: CodingKeys.self)
      winner = try fields.decodeIfPresent(Wording.self, forKey: .winner)
      prize = try fields.decodeIfPresent(Wording.self, forKey: .prize)
      participant = try fields.decodeIfPresent(Wording.self, forKey: .participant)
    }
  }

  struct Languages: Decodable {
    var ru: Texts?
    var en: Texts?

    private enum CodingKeys: String, CodingKey { case ru, en }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(only: CodingKeys.self)
      ru = try fields.decodeIfPresent(Texts.self, forKey: .ru)
      en = try fields.decodeIfPresent(Texts.self, forKey: .en)
    }
  }

  var paper: String?
  var orientation: String?
  var frame: String?
  var colours: Colours?
  var emblem: String?
  var issuer: String?
  var city: String?
  var signatories: [Signatory]?
  var stamp: Bool?
  var code: Bool?
  var texts: Languages?

  private enum CodingKeys: String, CodingKey {
    case paper, orientation, frame, colours, emblem, issuer, city, signatories, stamp, code, texts
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(only: CodingKeys.self)
    paper = try fields.decodeIfPresent(String.self, forKey: .paper)
    orientation = try fields.decodeIfPresent(String.self, forKey: .orientation)
    frame = try fields.decodeIfPresent(String.self, forKey: .frame)
    colours = try fields.decodeIfPresent(Colours.self, forKey: .colours)
    emblem = try fields.decodeIfPresent(String.self, forKey: .emblem)
    issuer = try fields.decodeIfPresent(String.self, forKey: .issuer)
    city = try fields.decodeIfPresent(String.self, forKey: .city)
    signatories = try fields.decodeIfPresent([Signatory].self, forKey: .signatories)
    stamp = try fields.decodeIfPresent(Bool.self, forKey: .stamp)
    code = try fields.decodeIfPresent(Bool.self, forKey: .code)
    texts = try fields.decodeIfPresent(Languages.self, forKey: .texts)
  }
}
