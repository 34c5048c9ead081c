/**
 * The node's own error codes, all of them: what `errorCode` says where the service gave no code. Those
 * of connections and answers stand in the error catalogue, with cause and remedy.
 *
 * Code → what happened. A test compares the list with the code of the node.
 */
export const NODE_CODES = {
	'Node.CannotShrink': 'The picture is too large for the service, and its format cannot be made smaller here.',
	'Node.DamagedHeader': 'The file begins like an image, but its size cannot be read: it is damaged or cut off.',
	'Node.DamagedPicture': 'The picture was to be made smaller, but its data are damaged or cut off.',
	'Node.DamagedTiff': 'The frames of the TIFF cannot be counted: it is damaged.',
	'Node.EmptyFile': 'The file holds no bytes.',
	'Node.EncryptedPdf': 'The PDF wants a password.',
	'Node.FileTooLarge': 'The file is larger than the service accepts.',
	'Node.FormatNotAllowed': 'The service does not read files of this format.',
	'Node.InvalidCredential': 'A field of the credential cannot be right. Nothing was sent.',
	'Node.InvalidParameter': 'A parameter or option of the node has a value that it cannot have.',
	'Node.InvalidUrl': 'The image URL is not one that the service could download.',
	'Node.KeysRefused': 'The service refused the access key, and it is not tried again for some minutes.',
	'Node.LoginRefused': 'IAM refused the login, and it is not tried again for some minutes.',
	'Node.MissingField': 'The item has no binary field of the name that was given.',
	'Node.NoBinaryData': 'The item has no binary data.',
	'Node.NoExcelFile': 'An Excel file was asked for, and the answer holds none that can be opened.',
	'Node.NoImage': 'The file is no image: a web page, JSON or other text.',
	'Node.NoSuchPage': 'The document has no page of the number that was asked for.',
	'Node.PageTooFull': 'The page has more words blocks, fields, or lines with repeated fields, than this operation makes items of.',
	'Node.PictureTooLarge': 'The picture is larger than what is unpacked here to make it smaller.',
	'Node.PixelLimit': 'Width, height or number of pixels is outside the limits of the service.',
	'Node.TokenRefused': 'The service refuses even a token that was issued a moment ago.',
	'Node.TooManyCalls': 'The execution would need more calls than the option Max Calls allows. None was made.',
	'Node.Unexpected': 'A fault of the node itself: please report it with the message.',
	'Node.UnexpectedAnswer': 'What answered was not Huawei Cloud.',
	'Node.UnknownFormat': 'The file is in no format that the service reads.',
	'Node.UnreadablePdf': 'The pages of the PDF cannot be counted: it is damaged or protected.',
} as const;
