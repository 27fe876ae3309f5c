import { createHmac, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { Null, OctetString, Sequence } from 'asn1js'
import { AlgorithmIdentifier, DigestInfo, MacData, PBKDF2Params } from 'pkijs'

const derive = promisify(pbkdf2)

const oids = {
  pbmac1: '1.2.840.113549.1.5.14',
  pbkdf2: '1.2.840.113549.1.5.12',
  hmacSha256: '1.2.840.113549.2.9',
} as const
const keyLength = 32

/** PBMAC1 (RFC 9579): unlike the old MAC of PKCS#12 it costs a guesser as much as the key itself. */
export async function macFor(content: ArrayBuffer, password: ArrayBuffer, rounds: number): Promise<MacData> {
  const salt = randomBytes(16)
  const hmac = () => new AlgorithmIdentifier({ algorithmId: oids.hmacSha256, algorithmParams: new Null() })
  const derivation = new PBKDF2Params({
    salt: new OctetString({ valueHex: new Uint8Array(salt) }),
    iterationCount: rounds,
    keyLength,
    prf: hmac(),
  })
  const kdf = new AlgorithmIdentifier({ algorithmId: oids.pbkdf2, algorithmParams: derivation.toSchema() })
  return new MacData({
    mac: new DigestInfo({
      digestAlgorithm: new AlgorithmIdentifier({
        algorithmId: oids.pbmac1,
        algorithmParams: new Sequence({ value: [kdf.toSchema(), hmac().toSchema()] }),
      }),
      digest: new OctetString({ valueHex: await hmacOf(content, password, salt, rounds) }),
    }),
    // Both are there for old readers and say nothing (RFC 9579, 5).
    macSalt: new OctetString({ valueHex: new Uint8Array(8) }),
    iterations: 1,
  })
}

/** Whether `content` is what was sealed with `password`; compared in constant time. */
export async function integrityOf(mac: MacData, content: ArrayBuffer, password: ArrayBuffer): Promise<boolean> {
  const { algorithmId, algorithmParams } = mac.mac.digestAlgorithm
  if (algorithmId !== oids.pbmac1 || !(algorithmParams instanceof Sequence))
    throw new Error('The key file has no PBMAC1')
  const kdf = new AlgorithmIdentifier({ schema: algorithmParams.valueBlock.value[0] })
  const { salt, iterationCount } = new PBKDF2Params({ schema: kdf.algorithmParams })
  if (!(salt instanceof OctetString)) throw new Error('The key file has no salt')
  const expected = Buffer.from(mac.mac.digest.valueBlock.valueHexView)
  const actual = await hmacOf(content, password, Buffer.from(salt.getValue()), iterationCount)
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

async function hmacOf(
  content: ArrayBuffer,
  password: ArrayBuffer,
  salt: Uint8Array,
  rounds: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await derive(Buffer.from(password), salt, rounds, keyLength, 'sha256')
  return new Uint8Array(createHmac('sha256', key).update(Buffer.from(content)).digest())
}
