// Entry point of the package for programs; n8n itself reads the paths in package.json's "n8n" section.
const { HuaweiOcr } = require('./dist/nodes/HuaweiOcr/HuaweiOcr.node.js');
const { HuaweiOcrApi } = require('./dist/credentials/HuaweiOcrApi.credentials.js');
const { HuaweiOcrAkSkApi } = require('./dist/credentials/HuaweiOcrAkSkApi.credentials.js');

module.exports = { HuaweiOcr, HuaweiOcrApi, HuaweiOcrAkSkApi };
